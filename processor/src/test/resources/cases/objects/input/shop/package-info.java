@DatabaseView(name = "prices", query = "SELECT DISTINCT price FROM items")
package shop;

import dev.retort.model.DatabaseView;
