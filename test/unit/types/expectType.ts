/** Accepts a value of exactly this type: a narrower or a wider type is an error. `npm run typecheck` checks type tests without running them. */
export function expectType<Expected>() {
  return <Actual>(_value: Actual, ..._same: Same<Expected, Actual> extends true ? [] : [expected: Expected, actual: Actual]): void =>
    undefined;
}

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
