const PRESSES = 3
const WITHIN_MILLISECONDS = 5000

/**
 * Leaves for a neutral site by the button or by pressing Escape three times. Shift, which others use, is pressed by
 * accident while typing. The page is blanked first, since the other site may take its time, and replaced in the history,
 * so that the Back button does not lead here; what was visited before it stays in the history, which nothing here can mend.
 */
export function startLeavingPages(): void {
  const root = document.querySelector<HTMLElement>('[data-module="govuk-exit-this-page"]')
  const link = root?.querySelector<HTMLAnchorElement>('.govuk-js-exit-this-page-button')
  if (!root || !link) return
  const leave = (event: Event) => {
    event.preventDefault()
    leaveFor(link.href)
  }
  link.addEventListener('click', leave)
  for (const skip of document.querySelectorAll('.govuk-js-exit-this-page-skiplink'))
    skip.addEventListener('click', leave)
  countEscapes(link, announcer(root))
}

function leaveFor(address: string) {
  document.documentElement.classList.add('ev-leaving')
  document.title = 'Loading'
  location.replace(address)
}

function countEscapes(link: HTMLAnchorElement, say: (text: string) => void) {
  let presses = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.repeat) return
    presses += 1
    clearTimeout(timer)
    if (presses >= PRESSES) return leaveFor(link.href)
    const left = PRESSES - presses
    say(`Press Escape ${left} more ${left === 1 ? 'time' : 'times'} to leave this page.`)
    timer = setTimeout(() => {
      presses = 0
      say('')
    }, WITHIN_MILLISECONDS)
  })
}

/** Only a screen reader hears how many presses are left: nothing on the screen tells who looks over a shoulder. */
function announcer(root: HTMLElement): (text: string) => void {
  const region = document.createElement('span')
  region.setAttribute('role', 'status')
  region.className = 'govuk-visually-hidden'
  root.append(region)
  return (text) => {
    region.textContent = text
  }
}
