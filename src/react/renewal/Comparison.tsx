import type { ReactNode } from 'react';
import type { Format } from '../../messages/createFormat.js';
import type { RenewalMessages } from '../../messages/enRenewal.js';
import type { NameMessages, PanelMessages } from '../../messages/Messages.js';
import { cut, entitlementList, tierInSentence } from '../../messages/nameOf.js';
import type { LicenseComparison } from '../../license/compareLicenses.js';

type ComparisonProps = {
  readonly comparison: LicenseComparison;
  readonly words: RenewalMessages['compare'];
  readonly panelWords: PanelMessages;
  readonly names: NameMessages;
  readonly format: Format;
};

// Longer lists end with a count, so that the user can reach the page below.
const MAX_LISTED = 20;

/** Shows the current license and the license of a key side by side. */
export function Comparison({ comparison, words, panelWords, names, format }: ComparisonProps): ReactNode {
  const { tier, expiresAt, graceEndsAt, kept, gained, lost, customer, state } = comparison;
  const hasPresent = tier.before !== null || expiresAt.before !== null || kept.length + lost.length > 0;
  const day = (instant: number | null) => (instant === null ? words.never : format.day(instant));
  const before = (text: string) => (hasPresent ? text : words.none);
  const feature = (id: string) => entitlementList(names, [id], format);
  const rows = [
    {
      name: words.tier,
      now: tier.before === null ? words.none : tierInSentence(names, tier.before),
      next: tierInSentence(names, tier.after ?? ''),
    },
    { name: words.expires, now: before(day(expiresAt.before)), next: day(expiresAt.after) },
    { name: words.graceEnds, now: before(day(graceEndsAt.before)), next: day(graceEndsAt.after) },
  ];
  return (
    <table className="alx-compare">
      <caption className="alx-announcer">{words.caption}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.now}</th>
          <th scope="col">{words.next}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, now, next }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <bdi>{now}</bdi>
            </td>
            <td data-changed={now !== next}>
              <bdi>{next}</bdi>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.features}</th>
          <td>{before(words.count(kept.length + lost.length, format))}</td>
          <td>
            <span>{words.count(kept.length + gained.length, format)}</span>
            {gained.length + lost.length > 0 && (
              <ul>
                {gained.slice(0, MAX_LISTED).map((id) => (
                  <li key={id} data-gained>
                    {words.gained({ features: feature(id) })}
                  </li>
                ))}
                {gained.length > MAX_LISTED && (
                  <li data-gained>{words.gained({ features: names.and(gained.length - MAX_LISTED, format) })}</li>
                )}
                {lost.slice(0, MAX_LISTED).map((id) => (
                  <li key={id} data-lost>
                    {words.lost({ features: feature(id) })}
                  </li>
                ))}
                {lost.length > MAX_LISTED && <li data-lost>{words.lost({ features: names.and(lost.length - MAX_LISTED, format) })}</li>}
              </ul>
            )}
          </td>
        </tr>
        <tr>
          <th scope="row">{words.customer}</th>
          <td />
          <td>
            <bdi>{customer === null ? words.nobody : cut(customer)}</bdi>
          </td>
        </tr>
        <tr>
          <th scope="row">{words.state}</th>
          <td />
          <td>{panelWords.states[state]}</td>
        </tr>
      </tbody>
    </table>
  );
}
