using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PageIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_Unread",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Unseen",
                table: "Notifications");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Archive",
                table: "Notifications",
                columns: new[] { "UserId", "DeletedAt", "Seq" },
                filter: "[ArchivedAt] IS NOT NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Listed",
                table: "Notifications",
                columns: new[] { "UserId", "DeletedAt", "Seq" },
                filter: "[ArchivedAt] IS NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Unread",
                table: "Notifications",
                columns: new[] { "UserId", "DeletedAt", "ReadAt", "Seq" },
                filter: "[ReadAt] IS NULL AND [ArchivedAt] IS NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Unseen",
                table: "Notifications",
                columns: new[] { "UserId", "DeletedAt", "SeenAt", "Seq" },
                filter: "[SeenAt] IS NULL AND [ArchivedAt] IS NULL AND [DeletedAt] IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notifications_Archive",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Listed",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Unread",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_Unseen",
                table: "Notifications");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Unread",
                table: "Notifications",
                columns: new[] { "UserId", "Seq" },
                filter: "[ReadAt] IS NULL AND [ArchivedAt] IS NULL AND [DeletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_Unseen",
                table: "Notifications",
                columns: new[] { "UserId", "Seq" },
                filter: "[SeenAt] IS NULL AND [ArchivedAt] IS NULL AND [DeletedAt] IS NULL");
        }
    }
}
