const BLOCKS = ' ▁▂▃▄▅▆▇█';
const HEIGHT = 6;
const COLUMN_MS = 5_000;
const SECOND = 1_000;

/** Requests a second over time, in block characters: each column the most of any second within five. `most` is the height. */
export function drawChart(title: string, asked: readonly number[], ms: number, most: number): string {
  const seconds = new Array<number>(Math.ceil(ms / SECOND)).fill(0);
  for (const at of asked) seconds[Math.floor(at / SECOND)] = (seconds[Math.floor(at / SECOND)] ?? 0) + 1;
  const columns = Array.from({ length: Math.ceil(ms / COLUMN_MS) }, (_, at) =>
    Math.max(...seconds.slice((at * COLUMN_MS) / SECOND, ((at + 1) * COLUMN_MS) / SECOND)),
  );
  const levels = HEIGHT * (BLOCKS.length - 1);
  const lines = Array.from({ length: HEIGHT }, (_, row) => {
    const below = (HEIGHT - 1 - row) * (BLOCKS.length - 1);
    const bar = (value: number) => {
      const level = value === 0 ? 0 : Math.max(1, Math.round((value / most) * levels));
      return BLOCKS[Math.min(Math.max(level - below, 0), BLOCKS.length - 1)];
    };
    return `${row === 0 ? most.toLocaleString('en').padStart(7) : ' '.repeat(7)} │${columns.map(bar).join('')}`;
  });
  const axis = `${'0'.padStart(7)} └${columns.map((_, at) => ((at * COLUMN_MS) % 60_000 === 0 ? '┴' : '─')).join('')} a tick each minute`;
  return [`${title}: requests a second`, ...lines, axis].join('\n');
}
