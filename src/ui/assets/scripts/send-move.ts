/** Where an appointment is to go, as the fields of its form say it. */
export interface MoveTo {
  readonly fields: Readonly<Record<string, string>>
  readonly question: string
  /** What is said of who is told. */
  readonly hint: string
}

/**
 * Asks whether to move it there. Nothing is moved before: the appointment's own form is fetched, with its token and what was seen of
 * it, and sent with the new fields when the person says so. Where it cannot be fetched, its page is opened.
 */
export async function offerMove(address: string, to: MoveTo, from: HTMLElement): Promise<void> {
  const form = await formAt(address)
  if (form) askToSend(sending(form, address, to.fields), to, from)
  else location.assign(address)
}

async function formAt(address: string): Promise<HTMLFormElement | null> {
  try {
    const answer = await fetch(address)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return answer.ok ? page.querySelector<HTMLFormElement>(`form[action="${address}"]`) : null
  } catch {
    return null
  }
}

/** The same form with the same fields, all of them hidden. */
function sending(form: HTMLFormElement, address: string, to: Readonly<Record<string, string>>): HTMLFormElement {
  const own = document.createElement('form')
  own.method = 'post'
  own.action = address
  for (const [name, value] of [...new FormData(form)].filter(([name]) => !(name in to)).concat(Object.entries(to))) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = String(value)
    own.append(field)
  }
  return own
}

function askToSend(form: HTMLFormElement, { question, hint }: MoveTo, from: HTMLElement): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'ev-diary-ask'
  const words = document.createElement('h2')
  words.className = 'govuk-heading-m'
  words.id = 'ev-diary-ask'
  words.textContent = question
  const told = document.createElement('p')
  told.className = 'govuk-body'
  told.textContent = hint
  const leave = button('Leave it', 'govuk-button govuk-button--secondary')
  leave.type = 'button'
  leave.addEventListener('click', () => dialog.close())
  form.append(button('Move', 'govuk-button'), leave)
  dialog.setAttribute('aria-labelledby', words.id)
  dialog.append(words, told, form)
  dialog.addEventListener('close', () => {
    dialog.remove()
    from.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}

function button(words: string, classes: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.className = classes
  made.textContent = words
  return made
}
