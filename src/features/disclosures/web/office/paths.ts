export const registerPath = '/office/disclosures'
export const disclosurePath = (id: string) => `${registerPath}/${id}`
export const ofCasePath = (caseId: string) => `/office/cases/${caseId}/disclosures`
