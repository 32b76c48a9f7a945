/** Lists items from the API, each marked as ready. */
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
