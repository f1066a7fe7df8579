package shop;

import org.hibernate.id.enhanced.SequenceStyleGenerator;

public class YearlyNumbers extends SequenceStyleGenerator {}
