/** `/` goes to the search field, unless one is writing. */
export function startSearchKey(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    const field = document.getElementById('search')
    if (!field) return
    event.preventDefault()
    field.focus()
  })
}

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
