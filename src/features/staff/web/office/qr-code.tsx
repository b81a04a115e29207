import { create } from 'qrcode'

/** White around the code, in modules: readers need four. */
const quiet = 4

/** A square code as a drawing in the page itself: no image has an address, so nothing of the key stands in a log or a cache. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quiet
  const dark = [...modules.data].flatMap((module, index) => {
    const [x, y] = [(index % modules.size) + quiet, Math.floor(index / modules.size) + quiet]
    return module ? [`M${x} ${y}h1v1h-1z`] : []
  })
  return (
    <svg
      role="img"
      aria-label={label}
      xmlns="http://www.w3.org/2000/svg"
      width="240"
      height="240"
      viewBox={`0 0 ${side} ${side}`}
      shape-rendering="crispEdges"
    >
      <path fill="#ffffff" d={`M0 0h${side}v${side}h-${side}z`} />
      <path fill="#000000" d={dark.join('')} />
    </svg>
  )
}
