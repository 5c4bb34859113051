-- The central parities of the renminbi, by which amounts are put into US dollars: yuan for one unit.
CREATE TABLE currency_parities (
    day text NOT NULL,
    currency text NOT NULL,
    yuan text NOT NULL,
    PRIMARY KEY (day, currency)
);
