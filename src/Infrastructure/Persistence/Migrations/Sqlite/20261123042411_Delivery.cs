using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Delivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Resumes_StorageKey",
                table: "Resumes");

            migrationBuilder.AddColumn<string>(
                name: "Cause_Id",
                table: "Notifications",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Cause_Source",
                table: "Notifications",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Decisions_Browser",
                table: "Notifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Decisions_Email",
                table: "Notifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Decisions_InApp",
                table: "Notifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "DeliveredAt",
                table: "Notifications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DeliveredUpToSeq",
                table: "NotificationFeeds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "PurgedUpToSeq",
                table: "NotificationFeeds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "EmailDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    NotificationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ActionUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    PayloadJson = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Grouping = table.Column<int>(type: "INTEGER", nullable: false),
                    OnlyIfUnread = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Attempts = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmailDeliveries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NotificationPreferences",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Choices = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Email_DelayMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Email_DigestTime = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    Email_Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    QuietHours_Enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    QuietHours_End = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    QuietHours_Start = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    QuietHours_TimeZone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotificationPreferences", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedEvents",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EventId = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedEvents", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "WithheldNotifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Type = table.Column<int>(type: "INTEGER", nullable: false),
                    DeduplicationKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Cause_Id = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Cause_Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Decisions_Browser = table.Column<int>(type: "INTEGER", nullable: false),
                    Decisions_Email = table.Column<int>(type: "INTEGER", nullable: false),
                    Decisions_InApp = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithheldNotifications", x => x.Id);
                });

            // By hand: the model has no way to index a column of a complex property.
            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Actor",
                table: "Notifications",
                columns: new[] { "Actor_Id", "CreatedAt" },
                filter: "[Actor_Id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_StorageKey",
                table: "Resumes",
                column: "StorageKey",
                unique: true,
                filter: "[StorageKey] <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Expiring",
                table: "Notifications",
                column: "ExpiresAt",
                filter: "[ExpiresAt] IS NOT NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_KeptArchived",
                table: "Notifications",
                columns: new[] { "Type", "ArchivedAt" },
                filter: "[ArchivedAt] IS NOT NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_KeptRead",
                table: "Notifications",
                columns: new[] { "Type", "ReadAt" },
                filter: "[ReadAt] IS NOT NULL AND [ArchivedAt] IS NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_KeptUnread",
                table: "Notifications",
                columns: new[] { "Type", "CreatedAt" },
                filter: "[ReadAt] IS NULL AND [ArchivedAt] IS NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Tombstones",
                table: "Notifications",
                column: "DeletedAt",
                filter: "[DeletedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EmailDeliveries_Groups",
                table: "EmailDeliveries",
                columns: new[] { "UserId", "Grouping", "Type" },
                filter: "[Status] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_EmailDeliveries_NotificationId",
                table: "EmailDeliveries",
                column: "NotificationId");

            migrationBuilder.CreateIndex(
                name: "IX_EmailDeliveries_Queue",
                table: "EmailDeliveries",
                column: "DueAt",
                filter: "[Status] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_EmailDeliveries_Status_EndedAt",
                table: "EmailDeliveries",
                columns: new[] { "Status", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EmailDeliveries_UserId_Type_CreatedAt",
                table: "EmailDeliveries",
                columns: new[] { "UserId", "Type", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedEvents_ReceivedAt",
                table: "ReceivedEvents",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_WithheldNotifications_At",
                table: "WithheldNotifications",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_WithheldNotifications_UserId_At",
                table: "WithheldNotifications",
                columns: new[] { "UserId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WithheldNotifications_UserId_Type_DeduplicationKey",
                table: "WithheldNotifications",
                columns: new[] { "UserId", "Type", "DeduplicationKey" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EmailDeliveries");

            migrationBuilder.DropTable(
                name: "NotificationPreferences");

            migrationBuilder.DropTable(
                name: "ReceivedEvents");

            migrationBuilder.DropTable(
                name: "WithheldNotifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Actor",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Resumes_StorageKey",
                table: "Resumes");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Expiring",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptArchived",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptRead",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptUnread",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Tombstones",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Cause_Id",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Cause_Source",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Decisions_Browser",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Decisions_Email",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "Decisions_InApp",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "DeliveredAt",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "DeliveredUpToSeq",
                table: "NotificationFeeds");

            migrationBuilder.DropColumn(
                name: "PurgedUpToSeq",
                table: "NotificationFeeds");

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_StorageKey",
                table: "Resumes",
                column: "StorageKey",
                unique: true);
        }
    }
}
