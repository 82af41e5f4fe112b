CREATE TABLE "workflows" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"graph" jsonb NOT NULL,
	"bindings" jsonb NOT NULL,
	"output_node" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "workflows_kind_check" CHECK ("workflows"."kind" in ('image', 'clip'))
);
--> statement-breakpoint
ALTER TABLE "assets" DROP CONSTRAINT "assets_provider_check";--> statement-breakpoint
ALTER TABLE "assets" ADD CONSTRAINT "assets_provider_check" CHECK ("assets"."provider" in ('studio', 'replicate', 'comfyui'));