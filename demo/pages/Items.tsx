/** What the API has listed, each with the word that it is ready. */
export function Items({ items }: { readonly items: readonly string[] }) {
  return (
    <ul className="demo-list">
      {items.map((item) => (
        <li key={item}>
          <code>{item}</code> <span className="demo-ready">ready</span>
        </li>
      ))}
    </ul>
  );
}
