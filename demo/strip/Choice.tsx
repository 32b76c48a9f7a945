type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  /** Each with its words. */
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly choose: (value: T) => void;
};

/** One of several, named. */
export function Choice<T extends string>({ label, value, options, choose }: ChoiceProps<T>) {
  return (
    <label className="demo-choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          const option = options.find(([each]) => each === target.value);
          if (option) choose(option[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
