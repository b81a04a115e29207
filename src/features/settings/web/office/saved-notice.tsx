import { Alert } from '../../../../ui/components/alert.tsx'

const saved: Readonly<Record<string, string>> = {
  contact: 'The contact details are saved',
  closing: 'How a case is closed is saved',
  hours: 'The opening hours are saved',
  prices: 'The price is set',
  wording: 'The wording is saved',
  places: 'The change is saved',
  mediators: 'The registration is recorded',
}

const problems: Readonly<Record<string, string>> = {
  name: 'Another one in use has this name. Change that name first',
}

/** Says on the page where one ends up what was done, or why not. */
export function SavedNotice({ request }: { readonly request: { readonly query: Readonly<Record<string, string>> } }) {
  const done = saved[request.query.saved ?? '']
  const problem = problems[request.query.problem ?? '']
  if (done) return <Alert variant="success" title={done} role="status" />
  return problem ? <Alert variant="error" title={problem} role="alert" /> : null
}
