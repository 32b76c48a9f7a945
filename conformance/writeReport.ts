import { styleText } from 'node:util';
import type { Report, Section } from './checkConformance.js';
import type { Finding, Mark } from './Check.js';

/** The width of a report in characters, and whether it is coloured. */
export type Paper = { readonly columns: number; readonly colour: boolean };

const WORDS: Readonly<Record<Mark, string>> = { holds: 'holds', differs: 'differs', 'cannot-be-told': 'can’t be told' };
const COLOURS = { holds: 'green', differs: 'red', 'cannot-be-told': 'yellow' } as const;
const MARK_WIDTH = 15;
const INDENT = 2;

/** Formats a report for people: a table, the effect of each difference, a summary and the next step. */
export function writeReport(url: string, report: CompletedReport, origin: string | null, paper: Paper): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string) => (paper.colour ? styleText(format, text) : text);
  const row = ({ mark, says, seen, expected, means }: Finding): string[] => {
    const left = Math.floor((paper.columns - INDENT - MARK_WIDTH) * 0.58);
    const [claim, sight] = [wrap(says, left - 2), wrap(seen, paper.columns - INDENT - MARK_WIDTH - left)];
    const lines = Array.from({ length: Math.max(claim.length, sight.length) }, (_, at) =>
      `${at === 0 ? paint(COLOURS[mark], WORDS[mark].padEnd(MARK_WIDTH)) : ' '.repeat(MARK_WIDTH)}${(claim[at] ?? '').padEnd(left)}${sight[at] ?? ''}`.trimEnd(),
    );
    const aside = (text: string) =>
      wrap(text, paper.columns - INDENT - MARK_WIDTH - 2).map((line) => `${' '.repeat(MARK_WIDTH + 2)}${line}`);
    const more = mark === 'differs' ? [...aside(`Expected: ${expected}.`), ...aside(means)] : [];
    return [...lines, ...more].map((line) => `${' '.repeat(INDENT)}${line}`);
  };
  const table = ({ title, findings }: Section) => ['', paint('bold', title), ...findings.flatMap(row)];
  const paragraph = (text: string) => wrap(text, paper.columns);
  const { counts, license, notes, sections, verdict } = report;
  return [
    paint('bold', `${url}/admin/license`),
    ...(license ? paragraph(describe(license)) : []),
    ...notes.flatMap(paragraph),
    ...sections.flatMap(table),
    '',
    paint(verdict === 'fits' ? 'green' : 'red', sumUp(counts)),
    ...paragraph(whatNext(report)),
    ...(origin === null ? [] : ['', 'The preflight of a browser, by hand:', preflight(url, origin)]),
  ].join('\n');
}

type CompletedReport = Exclude<Report, { verdict: 'not-run' }>;

function describe({ tier, state, expiresAt, entitlements }: NonNullable<CompletedReport['license']>): string {
  const end = expiresAt === null ? (state === 'unlicensed' ? '' : ', without end') : `, expires_at ${expiresAt}`;
  const features = entitlements.length === 0 ? '' : `: ${entitlements.join(', ')}`;
  return `It reports: ${tier === null ? 'no tier' : `tier ${tier}`}, ${state}${end}${features}.`;
}

function sumUp(counts: CompletedReport['counts']): string {
  const marks = [
    `${counts.holds} hold`,
    counts.differs === 1 ? '1 differs' : `${counts.differs} differ`,
    `${counts['cannot-be-told']} can’t be told`,
  ];
  return `${marks.join(', ')}.`;
}

function whatNext({ verdict }: CompletedReport): string {
  return verdict === 'fits'
    ? 'This package fits this API, as far as can be told. What can’t be told now may be later: in the grace period, beyond it, or with the options that --help names.'
    : 'What each difference means for the dashboard stands below it. docs/contract.md says what is expected; --json prints this for a report, without any token.';
}

function preflight(url: string, origin: string): string {
  const asks = [`Origin: ${origin}`, 'Access-Control-Request-Method: GET', 'Access-Control-Request-Headers: authorization'];
  return `curl -i -X OPTIONS '${url.replaceAll("'", '%27')}/admin/license' ${asks.map((header) => `-H '${header}'`).join(' ')}`;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
