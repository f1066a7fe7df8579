package shop;

import jakarta.persistence.Entity;

@Entity
@SuppressWarnings("retort:RT316")
public class Accepted extends Watched {}
