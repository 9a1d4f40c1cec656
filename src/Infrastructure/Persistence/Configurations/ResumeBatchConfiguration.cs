using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HotGigs.Infrastructure.Persistence.Configurations;

internal sealed class ResumeBatchConfiguration : IEntityTypeConfiguration<ResumeBatch>, IEntityTypeConfiguration<ResumeBatchFile>
{
    public void Configure(EntityTypeBuilder<ResumeBatch> builder)
    {
        builder.HasKey(batch => batch.Id);
        builder.Property(batch => batch.Id).ValueGeneratedNever();
        builder.Property(batch => batch.OwnerId).IsOpaque(User.MaxIdLength);
        builder.Property(batch => batch.CandidateOwnerId).IsOpaque(User.MaxIdLength);
        builder.Property(batch => batch.Label).HasMaxLength(ResumeBatch.MaxLabelLength);
        builder.Ignore(batch => batch.Progress);
        builder.Ignore(batch => batch.PendingEvents);

        // The list of a user; their place in the queue; what is to be announced.
        builder.HasIndex(batch => new { batch.OwnerId, batch.CreatedAt, batch.Id });
        builder.HasIndex(batch => new { batch.OwnerId, batch.NextTurn }, "IX_ResumeBatches_Open").HasFilter("[CompletedAt] IS NULL");
        builder.HasIndex(batch => batch.CompletedAt, "IX_ResumeBatches_Unannounced").HasFilter("[AnnouncedAt] IS NULL AND [CompletedAt] IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<ResumeBatchFile> builder)
    {
        builder.HasKey(file => new { file.BatchId, file.Ordinal });
        builder.Property(file => file.FileName).HasMaxLength(Resume.MaxFileNameLength);
        builder.Property(file => file.Error).HasMaxLength(Resume.MaxErrorLength);
        builder.HasOne<ResumeBatch>().WithMany().HasForeignKey(file => file.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}
