CREATE TABLE `source_file` (
	`version_hash` text NOT NULL,
	`name` text NOT NULL,
	`gzip` blob NOT NULL,
	PRIMARY KEY(`version_hash`, `name`),
	FOREIGN KEY (`version_hash`) REFERENCES `published_version`(`hash`) ON UPDATE no action ON DELETE no action
);
