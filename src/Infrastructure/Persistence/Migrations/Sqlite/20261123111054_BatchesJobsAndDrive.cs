using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HotGigs.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BatchesJobsAndDrive : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Resumes_Queue",
                table: "Resumes");

            migrationBuilder.AddColumn<Guid>(
                name: "BatchId",
                table: "Resumes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "QueuedFor",
                table: "Resumes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "GoogleDriveConnections",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ConnectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    ConnectedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RefreshToken = table.Column<string>(type: "TEXT", nullable: false),
                    AccessToken = table.Column<string>(type: "TEXT", nullable: false),
                    AccessTokenExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoogleDriveConnections", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "GoogleDriveConsents",
                columns: table => new
                {
                    StateHash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Verifier = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoogleDriveConsents", x => x.StateHash);
                });

            migrationBuilder.CreateTable(
                name: "GoogleDriveSyncs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    FolderId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FolderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Frequency = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    AwaitsConnection = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDeleted = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSyncAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextSyncAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RunBatchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RunIsManual = table.Column<bool>(type: "INTEGER", nullable: false),
                    RunStartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Faults = table.Column<int>(type: "INTEGER", nullable: false),
                    LastBatchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ClaimedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoogleDriveSyncs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CompanyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Location = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    RequiredSkills = table.Column<string>(type: "TEXT", nullable: false),
                    PreferredSkills = table.Column<string>(type: "TEXT", nullable: false),
                    YearsOfExperience = table.Column<double>(type: "REAL", nullable: false),
                    Education = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    PostedBy = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequirementsChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MatchingRuns",
                columns: table => new
                {
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<int>(type: "INTEGER", nullable: false),
                    QueuedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChangedSince = table.Column<long>(type: "INTEGER", nullable: true),
                    Position = table.Column<Guid>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastRunAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClaimedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LeasedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Faults = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchingRuns", x => x.SubjectId);
                });

            migrationBuilder.CreateTable(
                name: "ResumeBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    CandidateOwnerId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    SyncId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NotifyWhenEmpty = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CompletedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnnouncedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    TotalFiles = table.Column<int>(type: "INTEGER", nullable: false),
                    Successful = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTurn = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResumeBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GoogleDriveFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SyncId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    FileId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ResumeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GoogleDriveFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GoogleDriveFiles_GoogleDriveSyncs_SyncId",
                        column: x => x.SyncId,
                        principalTable: "GoogleDriveSyncs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Matches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CandidateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    JobId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    SkillScore = table.Column<int>(type: "INTEGER", nullable: false),
                    ExperienceScore = table.Column<int>(type: "INTEGER", nullable: false),
                    EducationScore = table.Column<int>(type: "INTEGER", nullable: false),
                    LocationScore = table.Column<int>(type: "INTEGER", nullable: false),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    MatchingSkills = table.Column<string>(type: "TEXT", nullable: false),
                    MissingSkills = table.Column<string>(type: "TEXT", nullable: false),
                    ViewedByRecruiter = table.Column<bool>(type: "INTEGER", nullable: false),
                    ToldScore = table.Column<int>(type: "INTEGER", nullable: true),
                    DeliveredScore = table.Column<int>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Matches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Matches_Candidates_CandidateId",
                        column: x => x.CandidateId,
                        principalTable: "Candidates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Matches_Jobs_JobId",
                        column: x => x.JobId,
                        principalTable: "Jobs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ResumeBatchFiles",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    ResumeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResumeBatchFiles", x => new { x.BatchId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_ResumeBatchFiles_ResumeBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "ResumeBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Users_Name_Id",
                table: "Users",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_BatchId_Status_QueuedFor",
                table: "Resumes",
                columns: new[] { "BatchId", "Status", "QueuedFor" },
                filter: "[BatchId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_Queue",
                table: "Resumes",
                column: "QueuedFor",
                filter: "[AnnouncedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_GoogleDriveConsents_ExpiresAt",
                table: "GoogleDriveConsents",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_GoogleDriveConsents_UserId_ExpiresAt",
                table: "GoogleDriveConsents",
                columns: new[] { "UserId", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GoogleDriveFiles_OwnerId_FileId_Revision",
                table: "GoogleDriveFiles",
                columns: new[] { "OwnerId", "FileId", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GoogleDriveFiles_SyncId_FoundAt_Id",
                table: "GoogleDriveFiles",
                columns: new[] { "SyncId", "FoundAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GoogleDriveSyncs_OwnerId_CreatedAt",
                table: "GoogleDriveSyncs",
                columns: new[] { "OwnerId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_GoogleDriveSyncs_OwnerId_FolderId",
                table: "GoogleDriveSyncs",
                columns: new[] { "OwnerId", "FolderId" },
                unique: true,
                filter: "[IsDeleted] = 0");

            migrationBuilder.CreateIndex(
                name: "IX_GoogleDriveSyncs_Queue",
                table: "GoogleDriveSyncs",
                column: "DueAt",
                filter: "[DueAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_CreatedAt_Id",
                table: "Jobs",
                columns: new[] { "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_Status_CreatedAt_Id",
                table: "Jobs",
                columns: new[] { "Status", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_Status_Id",
                table: "Jobs",
                columns: new[] { "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Matches_CandidateId_JobId",
                table: "Matches",
                columns: new[] { "CandidateId", "JobId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Matches_CandidateId_Score_Id",
                table: "Matches",
                columns: new[] { "CandidateId", "Score", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Matches_JobId_Score_Id",
                table: "Matches",
                columns: new[] { "JobId", "Score", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MatchingRuns_Queue",
                table: "MatchingRuns",
                column: "QueuedAt",
                filter: "[QueuedAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_Open",
                table: "ResumeBatches",
                columns: new[] { "OwnerId", "NextTurn" },
                filter: "[CompletedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_OwnerId_CreatedAt_Id",
                table: "ResumeBatches",
                columns: new[] { "OwnerId", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_SyncId",
                table: "ResumeBatches",
                column: "SyncId",
                filter: "[SyncId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ResumeBatches_Unannounced",
                table: "ResumeBatches",
                column: "CompletedAt",
                filter: "[AnnouncedAt] IS NULL AND [CompletedAt] IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Resumes_ResumeBatches_BatchId",
                table: "Resumes",
                column: "BatchId",
                principalTable: "ResumeBatches",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Resumes_ResumeBatches_BatchId",
                table: "Resumes");

            migrationBuilder.DropTable(
                name: "GoogleDriveConnections");

            migrationBuilder.DropTable(
                name: "GoogleDriveConsents");

            migrationBuilder.DropTable(
                name: "GoogleDriveFiles");

            migrationBuilder.DropTable(
                name: "Matches");

            migrationBuilder.DropTable(
                name: "MatchingRuns");

            migrationBuilder.DropTable(
                name: "ResumeBatchFiles");

            migrationBuilder.DropTable(
                name: "GoogleDriveSyncs");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "ResumeBatches");

            migrationBuilder.DropIndex(
                name: "IX_Users_Name_Id",
                table: "Users");

            migrationBuilder.DropIndex(
                name: "IX_Resumes_BatchId_Status_QueuedFor",
                table: "Resumes");

            migrationBuilder.DropIndex(
                name: "IX_Resumes_Queue",
                table: "Resumes");

            migrationBuilder.DropColumn(
                name: "BatchId",
                table: "Resumes");

            migrationBuilder.DropColumn(
                name: "QueuedFor",
                table: "Resumes");

            migrationBuilder.CreateIndex(
                name: "IX_Resumes_Queue",
                table: "Resumes",
                column: "UploadedAt",
                filter: "[AnnouncedAt] IS NULL");
        }
    }
}
