/**
 * The tables of schema `auth` as PostgreSQL returns their rows. Kept by hand, and compared with its catalogue in a test: purposes
 * do not reach these tables, so they are not among the tables that scopes know.
 */
export interface AuthTables {
  credential: {
    staff_id: string
    password_hash: string
    authenticator: string
    newest_step: number
    set_at: Temporal.Instant
  }
  recovery_code: { staff_id: string; code_hash: Buffer }
  sign_in: {
    id: string
    staff_id: string
    token_hash: Buffer
    device: string
    made_at: Temporal.Instant
    seen_at: Temporal.Instant
    ended_at: Temporal.Instant | null
  }
  sign_in_step: { token_hash: Buffer; staff_id: string; made_at: Temporal.Instant; tries: number; challenge: Buffer }
  passkey: {
    id: string
    staff_id: string
    credential_id: Buffer
    public_key: Buffer
    uses: number
    name: string
    added_at: Temporal.Instant
    used_at: Temporal.Instant | null
  }
  passkey_offer: { staff_id: string; token_hash: Buffer; name: string; challenge: Buffer; made_at: Temporal.Instant }
  notice: { id: string; staff_id: string; kind: string; made_at: Temporal.Instant }
  known_device: { device_hash: Buffer; staff_id: string; seen_at: Temporal.Instant }
  party_sign_in: {
    id: string
    person_id: string | null
    contact_point_id: string | null
    token_hash: Buffer
    made_at: Temporal.Instant
    seen_at: Temporal.Instant
    ended_at: Temporal.Instant | null
    professional_id: string | null
  }
  party_request: { id: string; email: string; asked_at: Temporal.Instant }
  budget: { key_hash: Buffer; spent: number; ends_at: Temporal.Instant }
}
