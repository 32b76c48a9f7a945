/** Adapts a date to a French sentence: the first of a month is "1er", but `Intl` writes "1". */
export function firstOfMonth(date: string): string {
  return date.replace(/^1(?= )/, '1er');
}
