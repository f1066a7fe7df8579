package shop;

import org.hibernate.usertype.UserType;

public abstract class RatingType implements UserType<Integer> {}
