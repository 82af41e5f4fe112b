CREATE TABLE "call_limits" (
	"provider" text PRIMARY KEY NOT NULL,
	"per_minute" double precision NOT NULL,
	"burst" double precision NOT NULL,
	"tokens" double precision NOT NULL,
	"filled_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"blocked_until" timestamp (3) with time zone,
	"learned_at" timestamp (3) with time zone,
	CONSTRAINT "call_limits_check" CHECK ("call_limits"."per_minute" > 0 and "call_limits"."burst" >= 1)
);
