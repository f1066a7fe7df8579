package shop;

import jakarta.persistence.Entity;

@Entity
public class Bill extends Watched {}
