/** Takes a value of exactly this type: a narrower or a wider one is an error. Type tests are checked by `npm run typecheck`, and never run. */
export function expectType<Expected>() {
  return <Actual>(_value: Actual, ..._same: Same<Expected, Actual> extends true ? [] : [expected: Expected, actual: Actual]): void =>
    undefined;
}

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
