const PAUSE_MILLISECONDS = 400
const fields = ['given_name', 'family_name', 'telephone', 'email', 'postcode', 'address'].concat(
  ['day', 'month', 'year'].map((part) => `birth_date-${part}`),
)

/** Shows who may be meant while somebody is typed into a form. A question that failed shows nothing: the form is what matters. */
export function startPossibleMatches(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-possible]')) {
    const form = place.closest('form')
    if (form) askAsTyped(form, place)
  }
}

function askAsTyped(form: HTMLFormElement, place: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = ''
  const ask = async () => {
    const known = typedIn(form, place.dataset.prefix ?? '')
    if (known.toString() === asked) return
    asked = known.toString()
    const html = await answerTo(place.dataset.possible ?? '', form, known)
    // Somebody typed on while the answer came: it is about another name.
    if (known.toString() !== asked) return
    place.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE_MILLISECONDS)
  })
  void ask()
}

function typedIn(form: HTMLFormElement, prefix: string): URLSearchParams {
  const typed = new URLSearchParams()
  const sent = new FormData(form)
  for (const field of fields) {
    const value = sent.get(prefix + field)
    if (typeof value === 'string' && value.trim() !== '') typed.set(field, value)
  }
  return typed
}

async function answerTo(address: string, form: HTMLFormElement, known: URLSearchParams): Promise<string> {
  if (known.size === 0) return ''
  const token = new FormData(form).get('_form')
  const body = new URLSearchParams([...known, ['_form', String(token)]])
  try {
    const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' })
    return answer.ok ? await answer.text() : ''
  } catch {
    return ''
  }
}
