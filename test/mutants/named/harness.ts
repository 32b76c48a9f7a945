import { breaksOf, type NamedBreak } from '../NamedBreak.js';

/** What the proofs themselves stand on, and the command that checks an API. */
export const HARNESS_BREAKS: readonly NamedBreak[] = [
  ...breaksOf('test/size/judge.ts', 'test/size/judge.test.ts', [
    { name: 'lets a bundle grow beyond its limit', from: 'gzip > limit * 1_000', to: 'gzip > limit * 1_024' },
    { name: 'calls a goal met that is not', from: 'gzip <= goal * 1_000', to: 'gzip <= limit * 1_000' },
  ]),
  ...breaksOf('test/mutants/judgeSurvivors.ts', 'test/mutants/judgeSurvivors.test.ts', [
    { name: 'takes a reason for that of every place', from: 'times === 0 || !explains', to: '!explains' },
  ]),
  ...breaksOf('test/reference/pageModel.ts', 'test/mocks/faults.test.ts', [
    { name: 'the model takes a broken connection for a slow one', from: "reset: 'unreachable'", to: "reset: 'timeout'" },
  ]),
  ...breaksOf('src/styles/tokens.css', 'test/ui/foreignStyles.test.tsx', [
    { name: 'stays dark where the host is light', from: '  color-scheme: light;\n', to: '  color-scheme: dark;\n' },
  ]),
  ...breaksOf('conformance/tellable.ts', 'test/conformance/conformance.test.ts', [
    { name: 'looks for a token from every letter of a long word', from: '/(?<![\\w-])[\\w-]{8,}', to: '/[\\w-]{8,}' },
    { name: 'shows a piece of a token', from: '|| piecesOf(text).some((piece) => token.includes(piece))', to: '' },
  ]),
  ...breaksOf('conformance/points/body.ts', 'test/conformance/conformance.test.ts', [
    {
      name: 'ends where a body is nested deep',
      from: 'for (const member of Object.values(each)) left.push(member);',
      to: 'for (const member of Object.values(each)) if (hasProto(member)) return true;',
    },
    {
      name: 'looks for __proto__ at the top alone',
      from: 'for (const member of Object.values(each)) left.push(member);',
      to: '',
    },
  ]),
  ...breaksOf('conformance/run.ts', 'test/e2e/conformance.test.ts', [
    { name: 'says that something differs where nobody reads on', from: "process.stdout.on('error', () => undefined);", to: '' },
    { name: 'echoes an option that may be a token', from: '  } catch {\n', to: '  } catch (error) {\n    throw error;\n' },
  ]),
];
