/** What Brackenhall sells; prices in pence without tax. */
export const catalogue = [
  { code: 'PK-104', name: 'Double-wall box, 305 × 229 × 229', unit: 'pack of 20', price: 1890 },
  { code: 'PK-118', name: 'Double-wall box, 457 × 305 × 305', unit: 'pack of 15', price: 2640 },
  { code: 'PK-131', name: 'Postal tube, 50 × 450', unit: 'pack of 25', price: 2175 },
  { code: 'PK-140', name: 'Book wrap, A4 adjustable', unit: 'pack of 50', price: 2960 },
  { code: 'PK-206', name: 'Kraft paper roll, 750 mm × 100 m', unit: 'roll', price: 2450 },
  { code: 'PK-212', name: 'Paper void fill, 390 mm × 400 m', unit: 'roll', price: 3180 },
  { code: 'PK-230', name: 'Honeycomb wrap, 500 mm × 100 m', unit: 'roll', price: 3725 },
  { code: 'TP-011', name: 'Paper tape, 50 mm × 50 m', unit: 'pack of 6', price: 1140 },
  { code: 'TP-019', name: 'Reinforced gummed tape, 70 mm', unit: 'pack of 8', price: 3420 },
  { code: 'TP-027', name: 'Fragile tape, 48 mm × 66 m', unit: 'pack of 6', price: 985 },
  { code: 'LB-302', name: 'Thermal labels, 100 × 150', unit: 'roll of 500', price: 875 },
  { code: 'LB-315', name: 'Thermal labels, 57 × 32', unit: 'roll of 2,100', price: 695 },
  { code: 'LB-340', name: 'Documents-enclosed wallets, A5', unit: 'box of 1,000', price: 2310 },
  { code: 'WH-401', name: 'Stretch film, 400 mm, 17 micron', unit: 'pack of 6', price: 3390 },
  { code: 'WH-415', name: 'Pallet edge guards, 1.2 m', unit: 'pack of 50', price: 4180 },
  { code: 'WH-422', name: 'Strapping kit, 12 mm polypropylene', unit: 'kit', price: 5840 },
  { code: 'WH-436', name: 'Safety knife, self-retracting', unit: 'each', price: 1265 },
  { code: 'WH-450', name: 'Tape dispenser, 50 mm', unit: 'each', price: 1430 },
  { code: 'CL-507', name: 'Blue paper roll, 2-ply, 150 m', unit: 'pack of 6', price: 2085 },
  { code: 'CL-513', name: 'Nitrile gloves, medium', unit: 'box of 100', price: 845 },
  { code: 'CL-514', name: 'Nitrile gloves, large', unit: 'box of 100', price: 845 },
  { code: 'CL-528', name: 'Refuse sacks, 100 litre', unit: 'box of 200', price: 2270 },
  { code: 'CL-540', name: 'Surface cleaner, 5 litre', unit: 'each', price: 1195 },
  { code: 'ST-604', name: 'Copier paper, A4, 80 gsm', unit: 'box of 5 reams', price: 2245 },
];

const byCode = new Map(catalogue.map((product) => [product.code, product]));

export const productOf = (code) => byCode.get(code);

export const totalOf = (lines) =>
  lines.reduce((sum, line) => sum + productOf(line.code).price * line.quantity, 0);
