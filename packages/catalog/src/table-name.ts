/** The name of a rule's table without its product: products share it. */
export function tableName({ table, product }: { readonly table: string; readonly product: string }): string {
  return table.slice(product.length);
}
