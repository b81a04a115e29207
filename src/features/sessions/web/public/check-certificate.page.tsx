import { Button } from '../../../../ui/components/button.tsx'
import { Panel } from '../../../../ui/components/panel.tsx'
import { SummaryList } from '../../../../ui/components/summary-list.tsx'
import { WarningText } from '../../../../ui/components/warning-text.tsx'
import { londonDay, plainDate } from '../../../../ui/dates.ts'
import { Form, FormErrorSummary } from '../../../../ui/forms/form.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'
import { HiddenField, TextField } from '../../../../ui/forms/text-fields.tsx'
import type { CheckedCertificate } from '../../actions/check-certificate.ts'

/** Asks for the number and the code that stand on a certificate. */
export const CheckCertificatePage = ({ form, token }: { readonly form: FormState; readonly token: string }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <FormErrorSummary form={form} />
      <h1 class="govuk-heading-l">Check a certificate</h1>
      <p class="govuk-body">
        This page is for courts and solicitors who were given one of our certificates of attendance at a first meeting
        (MIAM). The number and the code stand on the certificate.
      </p>
      <Form action="/certificates" formFields={<HiddenField name="_form" value={token} />}>
        <TextField
          form={form}
          name="number"
          label="Certificate number"
          hint="For example, M-4KTX-9QM"
          width={20}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <TextField
          form={form}
          name="code"
          label="Code"
          hint="Twelve letters and figures, for example 4KTX-9QMB-7HJR"
          width={20}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <Button preventDoubleClick>Check</Button>
      </Form>
      <WhatItTells />
    </div>
  </div>
)

const WhatItTells = () => (
  <>
    <h2 class="govuk-heading-m">What you will see</h2>
    <p class="govuk-body">
      We say whether we issued the certificate, its date, and whether a newer one took its place. We do not say who it
      is for, or anything else about them.
    </p>
    <p class="govuk-body">
      A certificate can be checked here for as long as we keep the file that it is from. Once the file is destroyed, we
      can no longer say whether an old certificate is real.
    </p>
  </>
)

/** What whoever holds a certificate learns, and no more. */
export const CheckedCertificatePage = ({ certificate }: { readonly certificate: CheckedCertificate }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">
      <Panel title="This certificate is real" />
      {certificate.superseded && (
        <WarningText>A newer certificate took its place. Ask for the newer one and do not rely on this.</WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'Date of the meeting', value: plainDate(certificate.heldOn) },
          { key: 'Issued on', value: plainDate(londonDay(certificate.issuedAt)) },
          { key: 'State', value: certificate.superseded ? 'A newer one took its place' : 'It stands' },
        ]}
      />
      <p class="govuk-body">Check that these dates are the ones on the certificate in front of you.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/certificates">
          Check another certificate
        </a>
      </p>
    </div>
  </div>
)
