export { type EnquiryTools, enquiryRoutes } from './web/office/enquiry.routes.tsx'
export { type PublicEnquiryTools, publicEnquiryRoutes } from './web/public/public-enquiry.routes.tsx'
