using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

internal sealed class SyncConfiguration : IEntityTypeConfiguration<GoogleDriveSync>, IEntityTypeConfiguration<GoogleDriveFile>
{
    public void Configure(EntityTypeBuilder<GoogleDriveSync> builder)
    {
        builder.HasKey(sync => sync.Id);
        builder.Property(sync => sync.Id).ValueGeneratedNever();
        builder.Property(sync => sync.OwnerId).IsOpaque(User.MaxIdLength);
        builder.Property(sync => sync.FolderId).IsOpaque(GoogleDriveSync.MaxFolderIdLength);
        builder.Property(sync => sync.FolderName).HasMaxLength(GoogleDriveSync.MaxFolderNameLength);
        builder.Property(sync => sync.Error).HasMaxLength(GoogleDriveSync.MaxErrorLength);
        builder.Property(sync => sync.ClaimedBy).IsOpaque(200);
        builder.Property<DateTimeOffset?>(GoogleDriveRuns.LeasedUntil);
        builder.Property(sync => sync.Version).IsConcurrencyToken();

        // The queue; the list of a user; one folder once.
        builder.HasIndex(sync => sync.DueAt, "IX_GoogleDriveSyncs_Queue").HasFilter("[DueAt] IS NOT NULL");
        builder.HasIndex(sync => new { sync.OwnerId, sync.CreatedAt });
        builder.HasIndex(sync => new { sync.OwnerId, sync.FolderId }).IsUnique().HasFilter("[IsDeleted] = 0");
    }

    public void Configure(EntityTypeBuilder<GoogleDriveFile> builder)
    {
        builder.HasKey(file => file.Id);
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.OwnerId).IsOpaque(User.MaxIdLength);
        builder.Property(file => file.FileId).IsOpaque(GoogleDriveFile.MaxFileIdLength);
        builder.Property(file => file.Revision).IsOpaque(GoogleDriveFile.MaxRevisionLength);
        builder.Property(file => file.FileName).HasMaxLength(GoogleDriveFile.MaxFileNameLength);
        builder.Property(file => file.Reason).HasMaxLength(GoogleDriveFile.MaxReasonLength);
        // What is known is its owner's: another of their folders may hold the same file.
        builder.HasOne<GoogleDriveSync>().WithMany().HasForeignKey(file => file.SyncId).OnDelete(DeleteBehavior.SetNull);

        // Once, whoever finds it; the list of a folder.
        builder.HasIndex(file => new { file.OwnerId, file.FileId, file.Revision }).IsUnique();
        builder.HasIndex(file => new { file.SyncId, file.FoundAt, file.Id });
    }
}
