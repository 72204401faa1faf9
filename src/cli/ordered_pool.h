// OrderedPool: work done by several threads, results handed over in the order in which the work came.
//
//   OrderedPool<Job, Result> pool(4, make_worker, deliver);
//   while (…) pool.submit(job);     // blocks while too much is under way; calls `deliver` meanwhile
//   pool.finish();                  // delivers the rest
//
// `make_worker` is called once for each thread, on the caller's thread, and gives a function that belongs to that
// thread alone. `deliver` is only ever called on the caller's thread. At most 4 jobs a thread are held, so memory
// does not grow with the input. With one thread everything happens on the caller's, at once.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace newsgloss::cli {

template <typename Job, typename Result>
class OrderedPool {
 public:
  using Worker = std::function<Result(Job)>;
  using Deliver = std::function<void(Result)>;

  OrderedPool(unsigned threads, const std::function<Worker()>& make_worker, Deliver deliver)
      : deliver_(std::move(deliver)), limit_(std::size_t{4} * threads) {
    if (threads <= 1) {
      alone_ = make_worker();
      return;
    }
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, worker = make_worker()] { work(worker); });
  }

  ~OrderedPool() { stop(); }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  void submit(Job job) {
    if (alone_) return deliver_(alone_(std::move(job)));
    std::unique_lock lock(mutex_);
    deliver_ready(lock, limit_ - 1);
    slots_.push_back(std::make_unique<Slot>(Slot{std::move(job), std::nullopt}));
    waiting_.push_back(slots_.back().get());
    work_.notify_one();
  }

  void finish() {
    std::unique_lock lock(mutex_);
    deliver_ready(lock, 0);
  }

 private:
  struct Slot {
    Job job;
    std::optional<Result> result;
  };

  // Delivers what is done at the front, and waits for it where more than `keep` slots are taken.
  void deliver_ready(std::unique_lock<std::mutex>& lock, std::size_t keep) {
    while (!slots_.empty()) {
      if (!slots_.front()->result) {
        if (slots_.size() <= keep) return;
        done_.wait(lock, [this] { return slots_.front()->result.has_value(); });
      }
      Result result = std::move(*slots_.front()->result);
      slots_.pop_front();
      lock.unlock();
      deliver_(std::move(result));
      lock.lock();
    }
  }

  void work(const Worker& worker) {
    std::unique_lock lock(mutex_);
    for (;;) {
      work_.wait(lock, [this] { return stopped_ || !waiting_.empty(); });
      if (stopped_) return;
      Slot* slot = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      Result result = worker(std::move(slot->job));
      lock.lock();
      slot->result = std::move(result);
      done_.notify_one();
    }
  }

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    work_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  Deliver deliver_;
  std::size_t limit_;
  Worker alone_;
  std::mutex mutex_;
  std::condition_variable work_;
  std::condition_variable done_;
  std::deque<std::unique_ptr<Slot>> slots_;  // in the order of submission
  std::deque<Slot*> waiting_;                // those that no thread has taken
  bool stopped_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace newsgloss::cli
