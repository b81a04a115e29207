import { create } from 'qrcode'

/** White around the code, in modules: readers need four. */
const quiet = 4

/** A square code as SVG. */
export function qrDrawing(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quiet
  const dark = [...modules.data].flatMap((module, index) => {
    const [x, y] = [(index % modules.size) + quiet, Math.floor(index / modules.size) + quiet]
    return module ? [`M${x} ${y}h1v1h-1z`] : []
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><path fill="#fff" d="M0 0h${side}v${side}h-${side}z"/><path d="${dark.join('')}"/></svg>`
}
