import type { Id } from '../../../../values/ids.ts'

/** The way to those who had been told of it, and are told again. */
export const WhoHears = ({ requestId }: { readonly requestId: Id }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`/office/requests/${requestId}/answer#told-again`}>
      Who had been told of them, and hears of this
    </a>
  </p>
)
