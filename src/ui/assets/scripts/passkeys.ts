/** Browsers of before 2025 know passkeys without these two; there the code is entered. */
const canAsk = (): boolean =>
  typeof PublicKeyCredential === 'function' &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'

function start(form: HTMLFormElement): void {
  for (const words of document.querySelectorAll<HTMLElement>('[data-passkey-without]')) words.hidden = true
  form.hidden = false
  let asking = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (asking) return
    asking = true
    const answer = await ask(form)
    asking = false
    const status = form.querySelector('[data-passkey-status]')
    if (status) status.textContent = answer ? '' : 'No passkey was used. You can try again.'
    const field = form.elements.namedItem('answer')
    if (!answer || !(field instanceof HTMLInputElement)) return
    field.value = answer
    form.submit()
  })
}

/** What the passkey answers, as JSON; nothing when the person or the browser breaks it off. */
async function ask(form: HTMLFormElement): Promise<string | undefined> {
  const options = JSON.parse(form.dataset.passkeyOptions ?? '{}')
  try {
    const credential =
      form.dataset.passkey === 'add'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    return credential instanceof PublicKeyCredential ? JSON.stringify(credential.toJSON()) : undefined
  } catch {
    return undefined
  }
}

// Forms with `data-passkey` are sent with what the browser answers to the options beside it. They are shown where it can.
if (canAsk()) for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) start(form)

export {}
