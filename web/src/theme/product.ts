/** What the product calls itself on every screen. */
export const productName = 'Kiểm tra CCHC'
