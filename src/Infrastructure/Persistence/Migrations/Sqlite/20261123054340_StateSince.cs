using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StateSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptArchived",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptRead",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptUnread",
                table: "Notifications");

            migrationBuilder.AddColumn<long>(
                name: "StateSince",
                table: "Notifications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.Sql("UPDATE [Notifications] SET [StateSince] = COALESCE([ArchivedAt], [ReadAt], [CreatedAt])");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_KeptArchived",
                table: "Notifications",
                columns: new[] { "Type", "StateSince" },
                filter: "[ArchivedAt] IS NOT NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_KeptRead",
                table: "Notifications",
                columns: new[] { "Type", "StateSince" },
                filter: "[ReadAt] IS NOT NULL AND [ArchivedAt] IS NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_KeptUnread",
                table: "Notifications",
                columns: new[] { "Type", "StateSince" },
                filter: "[ReadAt] IS NULL AND [ArchivedAt] IS NULL AND [DeletedAt] IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptArchived",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptRead",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_KeptUnread",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "StateSince",
                table: "Notifications");

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
        }
    }
}
