/**
 * Sends the answer to the question about cookies without leaving the page, since somebody may have begun to write on it. If that
 * fails, the form is sent as it would be without script.
 */
export function startChoosingCookies(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-cookie-choice]')
  form?.addEventListener('submit', (event) => {
    const button = event.submitter
    if (!(button instanceof HTMLButtonElement)) return
    event.preventDefault()
    send(form, button).then(
      () => leave(form),
      () => sendAnyway(form, button),
    )
  })
}

async function send(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) fields.append(name, String(value))
  // The answer leads to a page, which need not be fetched: its cookie is kept all the same.
  const answer = await fetch(form.action, { method: 'POST', body: fields, redirect: 'manual' })
  if (answer.type !== 'opaqueredirect') throw new Error('the choice was not taken')
}

function leave(form: HTMLFormElement): void {
  form.remove()
  document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
}

function sendAnyway(form: HTMLFormElement, button: HTMLButtonElement): void {
  const chosen = document.createElement('input')
  chosen.type = 'hidden'
  chosen.name = button.name
  chosen.value = button.value
  form.append(chosen)
  form.submit()
}
