BEGIN TRANSACTION;
CREATE TABLE history_decisions (
	number INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	finding INTEGER NOT NULL, 
	"by" TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT history_once_a_decision UNIQUE (at, finding, "by")
);
INSERT INTO "history_decisions" VALUES(1,'2026-11-24 10:00:00.000000',1,'ada','{"at":"2026-11-24T10:00:00Z","by":"ada","number":1,"site_id":"","owner":"ada","ticket":"SHOP-7","state":"owned","note":"the code expired","quarantined_until":null}');
CREATE TABLE history_experiences (
	run INTEGER NOT NULL, 
	visit TEXT NOT NULL, 
	touchpoint TEXT NOT NULL, 
	shop TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	PRIMARY KEY (run, visit, touchpoint), 
	FOREIGN KEY(run) REFERENCES history_runs (number) ON DELETE CASCADE
);
INSERT INTO "history_experiences" VALUES(1,'buy-promo-code-first-time-phone','promo code','Linden Lane','2026-11-21 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(1,'find-search-first-time-phone','finding','Linden Lane','2026-11-21 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(1,'receive-track-first-time-phone','receiving','Linden Lane','2026-11-21 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(2,'buy-promo-code-first-time-phone','promo code','Linden Lane','2026-11-22 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(2,'find-search-first-time-phone','finding','Linden Lane','2026-11-22 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(2,'receive-track-first-time-phone','receiving','Linden Lane','2026-11-22 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(3,'buy-promo-code-first-time-phone','promo code','Linden Lane','2026-11-23 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(3,'find-search-first-time-phone','finding','Linden Lane','2026-11-23 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(4,'buy-promo-code-first-time-phone','promo code','Linden Lane','2026-11-24 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(4,'find-search-first-time-phone','finding','Linden Lane','2026-11-24 02:00:09.000000');
INSERT INTO "history_experiences" VALUES(4,'receive-track-first-time-phone','receiving','Linden Lane','2026-11-24 02:00:09.000000');
CREATE TABLE history_lives (
	number INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	shop TEXT NOT NULL, 
	site_id TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	state TEXT NOT NULL, 
	life TEXT NOT NULL, 
	PRIMARY KEY (number, run)
);
INSERT INTO "history_lives" VALUES(1,1,'Linden Lane','','2026-11-21 02:00:09.000000','new','{"number":1,"site_id":"","fingerprints":["buy/promo-code/3/broken step/check failed"],"kind":"broken step","verdict":"broken","sentence":"Customers cannot apply a promo code: they are stopped at \"Apply the code\".","detail":"Order total should be 10 % below $40.00; the page shows \"$40.00\".","action":"Check the rule of the code SAVE10 in the basket.","place":"journeys/buy/promo-code.yaml:27","state":"new","change":"new","first_seen":"2026-11-21T02:00:00Z","last_seen":"2026-11-21T02:00:00Z","last_run":"n0","runs_in_a_row":1,"runs_met":1,"runs_tried":1,"good_runs":0,"reopened":0,"met_by":[{"visit_id":"buy-promo-code-first-time-phone","journey":"buy/promo-code","title":"Apply a promo code","persona":"first-time-phone","who":"A first-time shopper on a phone","share":0.4,"owner":"checkout-team","touchpoint":"promo code","step":3,"step_name":"Apply the code","fingerprint":"buy/promo-code/3/broken step/check failed","again":null}],"fine_for":[],"owner":"","ticket":"","notes":[],"quarantined_until":null}');
INSERT INTO "history_lives" VALUES(2,1,'Linden Lane','','2026-11-21 02:00:09.000000','new','{"number":2,"site_id":"","fingerprints":["find/search/2/slow step"],"kind":"slow step","verdict":"over budget","sentence":"Customers wait too long at \"Search for a shirt\".","detail":"\"Search for a shirt\" took 4.1 seconds; 3 seconds are allowed. As this shopper saw it, once.","action":"Find out what takes the time; the figures of each page are with the step.","place":"","state":"new","change":"new","first_seen":"2026-11-21T02:00:00Z","last_seen":"2026-11-21T02:00:00Z","last_run":"n0","runs_in_a_row":1,"runs_met":1,"runs_tried":1,"good_runs":0,"reopened":0,"met_by":[{"visit_id":"find-search-first-time-phone","journey":"find/search","title":"Find a product by search","persona":"first-time-phone","who":"A first-time shopper on a phone","share":0.4,"owner":"catalogue-team","touchpoint":"finding","step":2,"step_name":"Search for a shirt","fingerprint":"find/search/2/slow step","again":null}],"fine_for":[],"owner":"","ticket":"","notes":[],"quarantined_until":null}');
INSERT INTO "history_lives" VALUES(1,2,'Linden Lane','','2026-11-22 02:00:09.000000','new','{"number":1,"site_id":"","fingerprints":["buy/promo-code/3/broken step/check failed"],"kind":"broken step","verdict":"broken","sentence":"Customers cannot apply a promo code: they are stopped at \"Apply the code\".","detail":"Order total should be 10 % below $40.00; the page shows \"$40.00\".","action":"Check the rule of the code SAVE10 in the basket.","place":"journeys/buy/promo-code.yaml:27","state":"new","change":"again","first_seen":"2026-11-21T02:00:00Z","last_seen":"2026-11-22T02:00:00Z","last_run":"n1","runs_in_a_row":2,"runs_met":2,"runs_tried":2,"good_runs":0,"reopened":0,"met_by":[{"visit_id":"buy-promo-code-first-time-phone","journey":"buy/promo-code","title":"Apply a promo code","persona":"first-time-phone","who":"A first-time shopper on a phone","share":0.4,"owner":"checkout-team","touchpoint":"promo code","step":3,"step_name":"Apply the code","fingerprint":"buy/promo-code/3/broken step/check failed","again":null}],"fine_for":[],"owner":"","ticket":"","notes":[],"quarantined_until":null}');
INSERT INTO "history_lives" VALUES(2,2,'Linden Lane','','2026-11-22 02:00:09.000000','new','{"number":2,"site_id":"","fingerprints":["find/search/2/slow step"],"kind":"slow step","verdict":"over budget","sentence":"Customers wait too long at \"Search for a shirt\".","detail":"\"Search for a shirt\" took 4.1 seconds; 3 seconds are allowed. As this shopper saw it, once.","action":"Find out what takes the time; the figures of each page are with the step.","place":"","state":"new","change":"again","first_seen":"2026-11-21T02:00:00Z","last_seen":"2026-11-22T02:00:00Z","last_run":"n1","runs_in_a_row":2,"runs_met":2,"runs_tried":2,"good_runs":0,"reopened":0,"met_by":[{"visit_id":"find-search-first-time-phone","journey":"find/search","title":"Find a product by search","persona":"first-time-phone","who":"A first-time shopper on a phone","share":0.4,"owner":"catalogue-team","touchpoint":"finding","step":2,"step_name":"Search for a shirt","fingerprint":"find/search/2/slow step","again":null}],"fine_for":[],"owner":"","ticket":"","notes":[],"quarantined_until":null}');
INSERT INTO "history_lives" VALUES(1,3,'Linden Lane','','2026-11-23 02:00:09.000000','new','{"number":1,"site_id":"","fingerprints":["buy/promo-code/3/broken step/check failed"],"kind":"broken step","verdict":"broken","sentence":"Customers cannot apply a promo code: they are stopped at \"Apply the code\".","detail":"Order total should be 10 % below $40.00; the page shows \"$40.00\".","action":"Check the rule of the code SAVE10 in the basket.","place":"journeys/buy/promo-code.yaml:27","state":"new","change":"not met","first_seen":"2026-11-21T02:00:00Z","last_seen":"2026-11-22T02:00:00Z","last_run":"n1","runs_in_a_row":2,"runs_met":2,"runs_tried":3,"good_runs":1,"reopened":0,"met_by":[{"visit_id":"buy-promo-code-first-time-phone","journey":"buy/promo-code","title":"Apply a promo code","persona":"first-time-phone","who":"A first-time shopper on a phone","share":0.4,"owner":"checkout-team","touchpoint":"promo code","step":3,"step_name":"Apply the code","fingerprint":"buy/promo-code/3/broken step/check failed","again":null}],"fine_for":[],"owner":"","ticket":"","notes":[],"quarantined_until":null}');
INSERT INTO "history_lives" VALUES(2,3,'Linden Lane','','2026-11-23 02:00:09.000000','new','{"number":2,"site_id":"","fingerprints":["find/search/2/slow step"],"kind":"slow step","verdict":"over budget","sentence":"Customers wait too long at \"Search for a shirt\".","detail":"\"Search for a shirt\" took 4.1 seconds; 3 seconds are allowed. As this shopper saw it, once.","action":"Find out what takes the time; the figures of each page are with the step.","place":"","state":"new","change":"not met","first_seen":"2026-11-21T02:00:00Z","last_seen":"2026-11-22T02:00:00Z","last_run":"n1","runs_in_a_row":2,"runs_met":2,"runs_tried":3,"good_runs":1,"reopened":0,"met_by":[{"visit_id":"find-search-first-time-phone","journey":"find/search","title":"Find a product by search","persona":"first-time-phone","who":"A first-time shopper on a phone","share":0.4,"owner":"catalogue-team","touchpoint":"finding","step":2,"step_name":"Search for a shirt","fingerprint":"find/search/2/slow step","again":null}],"fine_for":[],"owner":"","ticket":"","notes":[],"quarantined_until":null}');
INSERT INTO "history_lives" VALUES(1,4,'Linden Lane','','2026-11-24 02:00:09.000000','new','{"number":1,"site_id":"","fingerprints":["buy/promo-code/3/broken step/check failed"],"kind":"broken step","verdict":"broken","sentence":"Customers cannot apply a promo code: they are stopped at \"Apply the code\".","detail":"Order total should be 10 % below $40.00; the page shows \"$40.00\".","action":"Check the rule of the code SAVE10 in the basket.","place":"journeys/buy/promo-code.yaml:27","state":"new","change":"again","first_seen":"2026-11-21T02:00:00Z","last_seen":"2026-11-24T02:00:00Z","last_run":"n3","runs_in_a_row":1,"runs_met":3,"runs_tried":4,"good_runs":0,"reopened":0,"met_by":[{"visit_id":"buy-promo-code-first-time-phone","journey":"buy/promo-code","title":"Apply a promo code","persona":"first-time-phone","who":"A first-time shopper on a phone","share":0.4,"owner":"checkout-team","touchpoint":"promo code","step":3,"step_name":"Apply the code","fingerprint":"buy/promo-code/3/broken step/check failed","again":null}],"fine_for":[],"owner":"","ticket":"","notes":[],"quarantined_until":null}');
INSERT INTO "history_lives" VALUES(2,4,'Linden Lane','','2026-11-24 02:00:09.000000','new','{"number":2,"site_id":"","fingerprints":["find/search/2/slow step"],"kind":"slow step","verdict":"over budget","sentence":"Customers wait too long at \"Search for a shirt\".","detail":"\"Search for a shirt\" took 4.1 seconds; 3 seconds are allowed. As this shopper saw it, once.","action":"Find out what takes the time; the figures of each page are with the step.","place":"","state":"new","change":"again","first_seen":"2026-11-21T02:00:00Z","last_seen":"2026-11-24T02:00:00Z","last_run":"n3","runs_in_a_row":1,"runs_met":3,"runs_tried":4,"good_runs":0,"reopened":0,"met_by":[{"visit_id":"find-search-first-time-phone","journey":"find/search","title":"Find a product by search","persona":"first-time-phone","who":"A first-time shopper on a phone","share":0.4,"owner":"catalogue-team","touchpoint":"finding","step":2,"step_name":"Search for a shirt","fingerprint":"find/search/2/slow step","again":null}],"fine_for":[],"owner":"","ticket":"","notes":[],"quarantined_until":null}');
CREATE TABLE history_runs (
	number INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	started_at DATETIME NOT NULL, 
	at DATETIME NOT NULL, 
	shop TEXT NOT NULL, 
	site_id TEXT NOT NULL, 
	site TEXT NOT NULL, 
	address TEXT NOT NULL, 
	headline TEXT NOT NULL, 
	version TEXT NOT NULL, 
	last_number INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	CONSTRAINT history_once_a_run UNIQUE (id, started_at)
);
INSERT INTO "history_runs" VALUES(1,'n0','2026-11-21 02:00:00.000000','2026-11-21 02:00:09.000000','Linden Lane','','Linden Lane','https://shop.example','h0','0.1.0',2);
INSERT INTO "history_runs" VALUES(2,'n1','2026-11-22 02:00:00.000000','2026-11-22 02:00:09.000000','Linden Lane','','Linden Lane','https://shop.example','h1','0.1.0',2);
INSERT INTO "history_runs" VALUES(3,'n2','2026-11-23 02:00:00.000000','2026-11-23 02:00:09.000000','Linden Lane','','Linden Lane','https://shop.example','h2','0.1.0',2);
INSERT INTO "history_runs" VALUES(4,'n3','2026-11-24 02:00:00.000000','2026-11-24 02:00:09.000000','Linden Lane','','Linden Lane','https://shop.example','h3','0.1.0',2);
CREATE TABLE history_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT history_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "history_version" VALUES('0001');
CREATE TABLE history_visits (
	run INTEGER NOT NULL, 
	visit TEXT NOT NULL, 
	shop TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	journey TEXT NOT NULL, 
	title TEXT NOT NULL, 
	persona TEXT NOT NULL, 
	who TEXT NOT NULL, 
	touchpoint TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	"row" TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	headline TEXT NOT NULL, 
	started_at DATETIME NOT NULL, 
	duration_ms INTEGER NOT NULL, 
	customer_time_ms INTEGER, 
	hassles INTEGER, 
	one_of_two BOOLEAN NOT NULL, 
	PRIMARY KEY (run, visit), 
	FOREIGN KEY(run) REFERENCES history_runs (number) ON DELETE CASCADE
);
INSERT INTO "history_visits" VALUES(1,'buy-promo-code-first-time-phone','Linden Lane','2026-11-21 02:00:09.000000','buy/promo-code','Apply a promo code','first-time-phone','A first-time shopper on a phone','promo code','checkout-team','{}','broken','Customers cannot apply a promo code: they are stopped at "Apply the code".','2026-11-21 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(1,'find-search-first-time-phone','Linden Lane','2026-11-21 02:00:09.000000','find/search','Find a product by search','first-time-phone','A first-time shopper on a phone','finding','catalogue-team','{}','over budget','Customers wait too long at "Search for a shirt".','2026-11-21 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(1,'receive-track-first-time-phone','Linden Lane','2026-11-21 02:00:09.000000','receive/track','Track an order','first-time-phone','A first-time shopper on a phone','receiving','after-sales','{}','fine','','2026-11-21 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(2,'buy-promo-code-first-time-phone','Linden Lane','2026-11-22 02:00:09.000000','buy/promo-code','Apply a promo code','first-time-phone','A first-time shopper on a phone','promo code','checkout-team','{}','broken','Customers cannot apply a promo code: they are stopped at "Apply the code".','2026-11-22 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(2,'find-search-first-time-phone','Linden Lane','2026-11-22 02:00:09.000000','find/search','Find a product by search','first-time-phone','A first-time shopper on a phone','finding','catalogue-team','{}','over budget','Customers wait too long at "Search for a shirt".','2026-11-22 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(2,'receive-track-first-time-phone','Linden Lane','2026-11-22 02:00:09.000000','receive/track','Track an order','first-time-phone','A first-time shopper on a phone','receiving','after-sales','{}','fine','','2026-11-22 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(3,'buy-promo-code-first-time-phone','Linden Lane','2026-11-23 02:00:09.000000','buy/promo-code','Apply a promo code','first-time-phone','A first-time shopper on a phone','promo code','checkout-team','{}','fine','','2026-11-23 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(3,'find-search-first-time-phone','Linden Lane','2026-11-23 02:00:09.000000','find/search','Find a product by search','first-time-phone','A first-time shopper on a phone','finding','catalogue-team','{}','fine','','2026-11-23 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(4,'buy-promo-code-first-time-phone','Linden Lane','2026-11-24 02:00:09.000000','buy/promo-code','Apply a promo code','first-time-phone','A first-time shopper on a phone','promo code','checkout-team','{}','broken','Customers cannot apply a promo code: they are stopped at "Apply the code".','2026-11-24 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(4,'find-search-first-time-phone','Linden Lane','2026-11-24 02:00:09.000000','find/search','Find a product by search','first-time-phone','A first-time shopper on a phone','finding','catalogue-team','{}','over budget','Customers wait too long at "Search for a shirt".','2026-11-24 02:00:00.000000',9000,NULL,NULL,0);
INSERT INTO "history_visits" VALUES(4,'receive-track-first-time-phone','Linden Lane','2026-11-24 02:00:09.000000','receive/track','Track an order','first-time-phone','A first-time shopper on a phone','receiving','after-sales','{}','fine','','2026-11-24 02:00:00.000000',9000,NULL,NULL,0);
CREATE INDEX history_runs_of_a_shop ON history_runs (shop, at);
CREATE INDEX history_visits_of_a_shop ON history_visits (shop, visit, at);
CREATE INDEX history_experiences_of_a_shop ON history_experiences (shop, touchpoint, at);
CREATE INDEX history_lives_of_a_shop ON history_lives (shop, number, at);
COMMIT;
