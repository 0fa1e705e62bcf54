CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS products (
    slug TEXT PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, price_cents INTEGER NOT NULL,
    drawing TEXT NOT NULL, color TEXT NOT NULL, color_name TEXT NOT NULL, line TEXT NOT NULL, story TEXT NOT NULL,
    details TEXT NOT NULL, sizes TEXT NOT NULL, stock INTEGER NOT NULL CHECK (stock >= 0), keywords TEXT NOT NULL,
    place INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS basket_lines (
    visitor TEXT NOT NULL, product TEXT NOT NULL REFERENCES products (slug), size TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0), PRIMARY KEY (visitor, product, size)
);
CREATE TABLE IF NOT EXISTS basket_codes (visitor TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (visitor, code));

CREATE TABLE IF NOT EXISTS addresses (
    owner TEXT PRIMARY KEY, email TEXT NOT NULL, first_name TEXT NOT NULL, last_name TEXT NOT NULL, street TEXT NOT NULL,
    apartment TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL, zip TEXT NOT NULL, phone TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS delivery_choices (visitor TEXT PRIMARY KEY, option TEXT NOT NULL, note TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS payments (
    token TEXT PRIMARY KEY, visitor TEXT NOT NULL, last_four TEXT NOT NULL, refusal TEXT NOT NULL,
    is_challenged INTEGER NOT NULL, is_slow INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT NOT NULL UNIQUE, first_name TEXT NOT NULL, last_name TEXT NOT NULL,
    password_hash TEXT NOT NULL, is_seeded INTEGER NOT NULL DEFAULT 0, is_team INTEGER NOT NULL DEFAULT 0,
    is_deleted INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS sign_ins (
    token TEXT PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES accounts (id), is_over INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT, ordered_on TEXT NOT NULL, promised_on TEXT NOT NULL, delivered_on TEXT,
    status TEXT NOT NULL, parcel TEXT NOT NULL, delivery_name TEXT NOT NULL, note TEXT NOT NULL, paid_with TEXT NOT NULL,
    subtotal_cents INTEGER NOT NULL, discount_cents INTEGER NOT NULL, delivery_cents INTEGER NOT NULL,
    fee_cents INTEGER NOT NULL, is_seeded INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS order_lines (
    order_id INTEGER NOT NULL REFERENCES orders (id), product TEXT NOT NULL, name TEXT NOT NULL, size TEXT NOT NULL,
    quantity INTEGER NOT NULL, price_cents INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS returns (
    id INTEGER PRIMARY KEY AUTOINCREMENT, order_id INTEGER NOT NULL REFERENCES orders (id), article TEXT NOT NULL,
    refund_cents INTEGER NOT NULL, reason TEXT NOT NULL, comment TEXT NOT NULL, registered_on TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT NOT NULL, topic TEXT NOT NULL,
    order_number TEXT NOT NULL, message TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS subscribers (email TEXT PRIMARY KEY);
