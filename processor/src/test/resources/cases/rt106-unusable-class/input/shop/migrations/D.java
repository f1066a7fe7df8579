package shop.migrations;

import dev.retort.revision.Migration;

@Migration(revision = "dddd")
public interface D {}
