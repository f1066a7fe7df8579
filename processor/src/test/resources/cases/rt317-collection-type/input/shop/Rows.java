package shop;

import org.hibernate.usertype.UserCollectionType;

abstract class Rows implements UserCollectionType {}
