/** Names and values; those without a value are left out. */
export function Facts({ rows }: { rows: [name: string, value: string | undefined][] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) =>
        value ? (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
