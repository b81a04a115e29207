/** What the database must allow, as plain facts: made from the policy, written by `apply-access`, compared by `compare-access`. */
export interface AccessPlan {
  readonly grants: readonly PlannedGrant[]
  readonly rowPolicies: readonly PlannedRowPolicy[]
  readonly roleRules: readonly {
    readonly staffRole: string
    readonly area: string
    readonly purpose: string
    readonly rows: string
  }[]
  /** In which tables data of which kind lies, for holds of one kind. */
  readonly categoryPlaces: readonly { readonly category: string; readonly table: string }[]
  /** Every area and purpose under which something may be done. */
  readonly scopes: readonly { readonly area: string; readonly purpose: string }[]
}

export interface PlannedGrant {
  readonly area: string
  readonly purpose: string
  readonly table: string
  /** Null for DELETE, which is of whole rows. */
  readonly column: string | null
  readonly privilege: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE'
}

export interface PlannedRowPolicy {
  readonly area: string
  readonly purpose: string
  readonly table: string
  readonly command: 'ALL' | 'SELECT' | 'INSERT'
  readonly using: string | null
  readonly check: string | null
}
