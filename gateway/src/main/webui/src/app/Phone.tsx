/** A number to call with one touch. */
export function Phone({ number }: { number: string }) {
  const digits = number.replace(/^\((\d+)\)/, '+$1').replace(/[^\d+]/g, '')
  return (
    <a className="phone" href={`tel:${digits}`}>
      {number}
    </a>
  )
}
