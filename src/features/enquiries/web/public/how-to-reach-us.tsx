import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { telephoneHref } from '../../../../ui/layouts/service-facts.ts'
import { type PublishedSettings, paragraphsOf } from '../../../settings/index.ts'

/** Telephone, address and hours, as far as the service has set them. */
export function HowToReachUs({ published }: { readonly published: PublishedSettings }) {
  const { telephone, email, openingHours, officeAddress, postcode } = published
  const address = [officeAddress, postcode].filter((line) => line !== '').join(', ')
  const rows = [
    telephone !== '' && {
      key: 'Telephone',
      value: (
        <a class="govuk-link" href={telephoneHref(telephone)}>
          {telephone}
        </a>
      ),
    },
    openingHours !== '' && { key: 'We are open', value: openingHours },
    email !== '' && {
      key: 'E-mail',
      value: (
        <a class="govuk-link" href={`mailto:${email}`}>
          {email}
        </a>
      ),
    },
    address !== '' && { key: 'Post', value: address },
  ]
  return (
    <>
      {rows.some((row) => row) && <SummaryList rows={rows} />}
      {paragraphsOf(published.textFor['contact.closures']).map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
    </>
  )
}
