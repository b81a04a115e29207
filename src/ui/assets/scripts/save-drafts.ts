const PAUSE_MILLISECONDS = 1500

/** Saves what is being written in each form with `data-draft`: its fields are posted to that address as one pauses. */
export function startSavingDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) saveAsWritten(form)
}

function saveAsWritten(form: HTMLFormElement) {
  const status = statusOf(form)
  let timer: ReturnType<typeof setTimeout> | undefined
  let saved = fieldsOf(form).toString()
  let sent = false
  const save = async () => {
    const fields = fieldsOf(form)
    if (sent || fields.toString() === saved) return
    const answer = await post(form.dataset.draft ?? '', fields)
    if (answer === 'saved') saved = fields.toString()
    status.textContent = words[answer]()
  }
  form.addEventListener('input', () => {
    sent = false
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE_MILLISECONDS)
  })
  // Going back, a browser fills in what was typed before, after this began: that was saved or sent then, and is nothing new.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted && timer === undefined) saved = fieldsOf(form).toString()
  })
  // Leaving for the answer hides the page: a draft saved then would outlive what was just saved for good.
  form.addEventListener('submit', () => {
    sent = true
    clearTimeout(timer)
  })
  // A page that is put away before the pause is over must not lose the last words.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save()
  })
}

type Answer = 'saved' | 'signedOut' | 'failed'

async function post(address: string, fields: URLSearchParams): Promise<Answer> {
  try {
    const response = await fetch(address, { method: 'POST', body: fields, keepalive: true, redirect: 'manual' })
    if (response.ok) return 'saved'
    const toSignIn = response.type === 'opaqueredirect' || response.status === 401 || response.status === 403
    return toSignIn ? 'signedOut' : 'failed'
  } catch {
    return 'failed'
  }
}

const words: Record<Answer, () => string> = {
  saved: () => `Saved at ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`,
  signedOut: () => 'Not saved: you are signed out. Sign in again in another tab; your words stay here.',
  failed: () => 'Not saved yet. Your words are still here, and we try again as you write.',
}

/** Files cannot be kept in a draft, and passwords must not be. */
function fieldsOf(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams()
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && ['file', 'password'].includes(element.type)) continue
    if (element instanceof HTMLInputElement && ['radio', 'checkbox'].includes(element.type) && !element.checked)
      continue
    if (isField(element) && element.name && !element.disabled) fields.append(element.name, element.value)
  }
  return fields
}

const isField = (element: Element) =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement

function statusOf(form: HTMLFormElement): Element {
  const given = form.querySelector('[data-draft-status]')
  if (given) return given
  const status = document.createElement('p')
  status.className = 'ev-draft-status'
  status.setAttribute('role', 'status')
  form.append(status)
  return status
}
