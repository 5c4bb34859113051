-- The central parities of the renminbi, by which amounts are put into US dollars: yuan for one unit.
CREATE TABLE currency_parities (
    day date NOT NULL,
    currency text NOT NULL,
    yuan numeric(18, 8) NOT NULL,
    PRIMARY KEY (day, currency)
);
