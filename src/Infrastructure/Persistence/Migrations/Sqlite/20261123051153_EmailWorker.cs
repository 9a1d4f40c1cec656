using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EmailWorker : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EmailDeliveries_Queue",
                table: "EmailDeliveries");

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EmailDeliveries_Queue",
                table: "EmailDeliveries",
                columns: new[] { "Status", "DueAt" },
                filter: "[Status] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_EmailDeliveries_Status_CreatedAt_Id",
                table: "EmailDeliveries",
                columns: new[] { "Status", "CreatedAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropIndex(
                name: "IX_EmailDeliveries_Queue",
                table: "EmailDeliveries");

            migrationBuilder.DropIndex(
                name: "IX_EmailDeliveries_Status_CreatedAt_Id",
                table: "EmailDeliveries");

            migrationBuilder.CreateIndex(
                name: "IX_EmailDeliveries_Queue",
                table: "EmailDeliveries",
                column: "DueAt",
                filter: "[Status] = 1");
        }
    }
}
