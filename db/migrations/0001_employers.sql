CREATE TABLE `connected_package` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`course_id` text NOT NULL,
	`modules` text,
	`standard` text NOT NULL,
	`created_at` integer NOT NULL,
	`served_etag` text,
	`served_since` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `connected_package_organization` ON `connected_package` (`organization_id`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`logo` text,
	`metadata` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_slug_unique` ON `organization` (`slug`);--> statement-breakpoint
CREATE TABLE `package_token` (
	`id` text PRIMARY KEY NOT NULL,
	`package_id` text NOT NULL,
	`purpose` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`package_id`) REFERENCES `connected_package`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `package_token_hash_unique` ON `package_token` (`hash`);--> statement-breakpoint
CREATE INDEX `package_token_package` ON `package_token` (`package_id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_certificate` (
	`code` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`learner_id` text,
	`attempt_id` text,
	`organization_id` text,
	`record` text NOT NULL,
	`signature` text NOT NULL,
	`key_id` text NOT NULL,
	`issued_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_why` text,
	FOREIGN KEY (`learner_id`) REFERENCES `learner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempt`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_certificate`("code", "subject", "learner_id", "attempt_id", "record", "signature", "key_id", "issued_at", "revoked_at", "revoked_why")
	SELECT "code", iif(row_number() OVER (PARTITION BY "subject" ORDER BY "issued_at", "code") = 1, "subject", "subject" || ' ' || "code"),
		"learner_id", "attempt_id", "record", "signature", "key_id", "issued_at", "revoked_at", "revoked_why"
	FROM (SELECT `certificate`.*, `attempt`."learner_id",
		concat_ws(' ', 'learner', `attempt`."learner_id", `attempt`."course_id", json_extract("record", '$.guidance.id'), `attempt`."module_id") AS "subject"
		FROM `certificate` JOIN `attempt` ON `attempt`."id" = `certificate`."attempt_id");
--> statement-breakpoint
DROP TABLE `certificate`;--> statement-breakpoint
ALTER TABLE `__new_certificate` RENAME TO `certificate`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_subject_unique` ON `certificate` (`subject`);--> statement-breakpoint
CREATE INDEX `certificate_learner` ON `certificate` (`learner_id`);