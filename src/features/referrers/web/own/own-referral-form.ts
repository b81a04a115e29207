import { z } from 'zod'
import { optionalText } from '../../../../platform/web/field-schemas.ts'
import { type FormReading, readForm } from '../../../../platform/web/read-form.ts'
import type { SentForm } from '../../../../platform/web/sent-form.ts'
import { type Referrer, referForm } from '../../../enquiries/index.ts'

const ownFields = z.object({ own_reference: optionalText(60) })

/** Reads a referral from an account: who refers is known, whatever was sent. */
export function readOwnReferral(form: SentForm, own: Referrer) {
  const known = { role: own.work, referrer_name: own.name, organisation: own.organisation }
  const reach = { referrer_email: own.email, referrer_telephone: own.telephone ?? '' }
  const reading = readForm(referForm, { ...form, values: { ...form.values, ...known, ...reach } })
  const more = readForm(ownFields, form)
  if (reading.ok && more.ok)
    return { ok: true, value: { referral: reading.value, ownReference: more.value.own_reference } } as const
  return { ok: false, errors: { ...errorsOf(more), ...errorsOf(reading) } } as const
}

const errorsOf = (reading: FormReading<unknown>) => (reading.ok ? {} : reading.errors)
